#!/usr/bin/env node
import { register } from "tsx/esm/api";

// The command line is TypeScript, as everything that it runs.
register();
await import("./ovation.ts");

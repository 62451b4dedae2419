import { z } from "zod";

// The pages forbid code made from text; zod would try to make some, and the browser would report it.
z.config({ jitless: true });

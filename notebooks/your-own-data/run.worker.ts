import { serve } from "../study/serve.ts";
import { study } from "./study.ts";

serve(study);

/** The parts of the notebook runtime that its package keeps inside; the build resolves `observable:`. */
declare module "@observablehq/runtime" {
  export interface Module {
    readonly runtime: Runtime;
  }
  export class Runtime {
    constructor(builtins: Record<string, unknown>);
    module(): Module;
  }
}
declare module "observable:runtime/define.js" {
  import { type Module } from "@observablehq/runtime";
  export function define(main: Module, state: object, definition: object): void;
}
declare module "observable:runtime/stdlib/md.js" {
  export function md(template: TemplateStringsArray, ...values: unknown[]): Node;
}
declare module "observable:runtime/stdlib/mutable.js" {
  export function Mutable<T>(value: T): { value: T };
}
declare module "observable:runtime/stdlib/generators/index.js" {
  export function width(element: Element): AsyncGenerator<number>;
  export function dark(): AsyncGenerator<boolean>;
  export function input(element: Element): AsyncGenerator;
}
declare module "@observablehq/inputs";
declare module "htl";
/** A worker that travels inside the page, so that it runs from disk too. */
declare module "*?worker&inline" {
  const InlineWorker: new () => Worker;
  export default InlineWorker;
}
/** What the build knows of the code of the page. */
declare module "ovation:made" {
  export const ovation: string;
  /** Fingerprints of the market, of each program and of the measures. */
  export const code: Readonly<Record<string, string>>;
}

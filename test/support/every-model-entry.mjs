import { register } from "tsx/esm/api";

register();
const { catalog } = await import("../../models/catalog.ts");
const { digestOf } = await import("./every-model.ts");
export default () => Object.fromEntries(catalog.map(({ model }) => [model.name, digestOf(model)]));

export function isOwn(url: string): boolean;
export function follow(): void;
export function fileOf(url: URL): URL | undefined;
export function doorOf(specifier: string): string;

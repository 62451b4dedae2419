import { afterEach, expect, test } from "vitest";
import { MOST_BYTES, unpacked } from "../../notebooks/controls/unpacked.ts";
import { upload, type Upload, type UploadOptions } from "../../notebooks/controls/upload.ts";

const text = "source,target\nAnn,Bo\n";
const plain = (name: string, ...parts: BlobPart[]): File => new File(parts, name);
const packed = (of: string): Promise<ArrayBuffer> =>
  new Response(new Blob([of]).stream().pipeThrough(new CompressionStream("gzip"))).arrayBuffer();
const decoded = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

function shown(options: Partial<UploadOptions> = {}): { field: Upload; fault(): string; sent: unknown[] } {
  const field = document.body.appendChild(upload({ label: "A file of ties", about: "who knows whom", ...options }));
  const sent: unknown[] = [];
  field.addEventListener("input", () => sent.push(field.value?.name));
  return { field, fault: () => field.querySelector(".fault")!.textContent, sent };
}
function given(...files: File[]): DataTransfer {
  const carried = new DataTransfer();
  for (const file of files) carried.items.add(file);
  return carried;
}
function choose(field: Upload, file: File): void {
  const input = field.querySelector("input")!;
  input.files = given(file).files;
  input.dispatchEvent(new Event("change", { bubbles: true }));
}
const drop = (on: Element, ...files: File[]): boolean =>
  on.dispatchEvent(new DragEvent("drop", { dataTransfer: given(...files), bubbles: true, cancelable: true }));
const press = (field: Upload, name: string): void =>
  [...field.querySelectorAll("button")].find(({ textContent }) => textContent === name)!.click();
const quiet = (field: Upload): Promise<void> => expect.poll(() => field.dataset.state).toBeUndefined();
afterEach(() => document.body.replaceChildren());

test("a file is taken as it is, a gzipped one unpacked, and its name stays", async () => {
  expect(decoded((await unpacked(plain("a.csv", text))).bytes)).toBe(text);
  const one = await unpacked(plain("a.csv.gz", await packed(text)));
  expect([one.name, decoded(one.bytes)]).toEqual(["a.csv.gz", text]);
});

test("a file above 50 MB is refused by its size, before any of it is read", async () => {
  const large = plain("large.csv", text);
  Object.defineProperty(large, "size", { value: MOST_BYTES + 1 });
  for (const way of ["arrayBuffer", "stream", "slice", "text"] as const)
    Object.defineProperty(large, way, {
      value: () => {
        throw new Error("read");
      },
    });
  await expect(unpacked(large)).rejects.toThrow("large.csv: a file must have at most 50.0 MB, got 50.0 MB");
});

test("a small file that unpacks to a large one is given up as soon as it does", async () => {
  const bomb = plain("bomb.csv.gz", await packed("a".repeat(2_000_000)));
  expect(bomb.size).toBeLessThan(5000);
  await expect(unpacked(bomb, 1_000_000)).rejects.toThrow(
    "bomb.csv.gz: a gzipped file must unpack to at most 1.0 MB, got more",
  );
});

test("what breaks off or is damaged is named; an archive stays as it is until it is read", async () => {
  const whole = new Uint8Array(await packed(text));
  for (const broken of [
    whole.subarray(0, 12),
    Uint8Array.of(...whole.subarray(0, 11), 255, 255, ...whole.subarray(13)),
  ]) {
    await expect(unpacked(plain("a.csv.gz", broken))).rejects.toThrow(
      "a.csv.gz: a gzipped file must be whole and of one piece, got one that does not unpack",
    );
  }
  const zip = Uint8Array.of(0x50, 0x4b, 3, 4);
  expect(await unpacked(plain("a.xlsx", zip))).toEqual({ name: "a.xlsx", bytes: zip });
});

test("a file that is refused leaves the one before, and says why beside the field, as text", async () => {
  const { field, fault, sent } = shown({
    take: ({ name }) => {
      if (name.startsWith("<")) throw new RangeError(`${name}: must not`);
    },
  });
  choose(field, plain("good.csv", text));
  await expect.poll(() => field.value?.name).toBe("good.csv");
  choose(field, plain("<img src=x onerror=alert(1)>.csv", text));
  await expect.poll(fault).toBe("<img src=x onerror=alert(1)>.csv: must not");
  expect([field.value?.name, field.querySelector("img"), sent]).toEqual(["good.csv", null, ["good.csv"]]);
  expect(field.querySelector(".held")!.textContent).toBe(`In the page: good.csv (${text.length} bytes)`);
  choose(field, plain("better.csv", text));
  await expect.poll(() => field.value?.name).toBe("better.csv");
  expect([fault(), sent]).toEqual(["", ["good.csv", "better.csv"]]);
});

test("a file may be dropped, one at a time, and one dropped beside the field does not open in place of the page", async () => {
  const { field, fault } = shown();
  expect(drop(field, plain("a.csv", text))).toBe(false);
  await expect.poll(() => field.value?.name).toBe("a.csv");
  drop(field, plain("b.csv", text), plain("c.csv", text));
  expect([fault(), field.value?.name]).toEqual(["A file of ties: must be one file, got 2", "a.csv"]);
  expect(drop(document.body, plain("d.csv", text))).toBe(false);
  expect(field.value?.name).toBe("a.csv");
});

test("a file that takes long can be stopped, and what is taken out is gone", async () => {
  const { field, fault, sent } = shown({
    take: ({ name }, signal) =>
      name === "slow.csv"
        ? new Promise((_, reject) => signal.addEventListener("abort", () => reject(signal.reason as Error)))
        : undefined,
  });
  choose(field, plain("a.csv", text));
  await expect.poll(() => field.value?.name).toBe("a.csv");
  choose(field, plain("slow.csv", text));
  await expect.poll(() => field.querySelector(".held")!.textContent).toBe("Reading slow.csv …");
  press(field, "Stop");
  await expect.poll(fault).toBe("slow.csv was stopped; the page keeps what it had.");
  expect(field.value?.name).toBe("a.csv");
  press(field, "Remove file");
  await quiet(field);
  await expect.poll(() => sent).toEqual(["a.csv", undefined]);
  expect(field.value).toBeUndefined();
});

test("a later file ends one that is still looked at", async () => {
  const waiting: (() => void)[] = [];
  const { field, sent } = shown({
    take: ({ name }) => (name === "first.csv" ? new Promise((resolve) => waiting.push(resolve)) : undefined),
  });
  choose(field, plain("first.csv", text));
  await expect.poll(() => waiting.length).toBe(1);
  choose(field, plain("second.csv", text));
  await expect.poll(() => field.value?.name).toBe("second.csv");
  waiting[0]();
  await new Promise((resume) => setTimeout(resume, 50));
  expect([field.value?.name, sent]).toEqual(["second.csv", ["second.csv"]]);
});

import { type ChildProcess, spawn } from "node:child_process";
import { createHmac, randomUUID } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { Dealer, Subscriber } from "zeromq";

/** What a kernel answered to one cell: outputs by type, and its error if it failed. */
export interface Answered {
  outputs: Record<string, unknown>[];
  error?: string;
}
interface Message {
  kind: string;
  parent: string;
  content: Record<string, unknown>;
}

/** The Deno kernel for Jupyter, started in a folder; speaks the messaging protocol 5.3 over ZeroMQ. */
export interface JupyterKernel {
  /**
   * Runs a cell; one that shows something is waited for until it has, since the kernel may say before that it is done.
   */
  execute(code: string, shows: boolean): Promise<Answered>;
  close(): Promise<void>;
}

const PORTS = ["shell_port", "iopub_port", "stdin_port", "control_port", "hb_port"] as const;
const DELIMITER = "<IDS|MSG>";

export async function startKernel(folder: string): Promise<JupyterKernel> {
  const ports = await Promise.all(PORTS.map(freePort));
  const key = randomUUID();
  const connection = join(folder, "connection.json");
  writeFileSync(
    connection,
    JSON.stringify({
      transport: "tcp",
      ip: "127.0.0.1",
      signature_scheme: "hmac-sha256",
      key,
      ...Object.fromEntries(PORTS.map((name, at) => [name, ports[at]])),
    }),
  );
  const child = spawn(denoPath(), ["jupyter", "--kernel", "--conn", connection], {
    cwd: folder,
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, DENO_DIR: join(folder, ".deno"), DENO_NO_UPDATE_CHECK: "1" },
  });
  const shell = new Dealer({ linger: 0 });
  const iopub = new Subscriber({ linger: 0 });
  shell.connect(`tcp://127.0.0.1:${ports[0]}`);
  iopub.connect(`tcp://127.0.0.1:${ports[1]}`);
  iopub.subscribe();
  const session = randomUUID();

  async function send(kind: string, content: object): Promise<string> {
    const id = randomUUID();
    const header = {
      msg_id: id,
      session,
      username: "test",
      date: new Date().toISOString(),
      msg_type: kind,
      version: "5.3",
    };
    const parts = [header, {}, {}, content].map((part) => JSON.stringify(part));
    const signature = parts.reduce((hmac, part) => hmac.update(part), createHmac("sha256", key)).digest("hex");
    await shell.send([DELIMITER, signature, ...parts]);
    return id;
  }
  async function next(socket: Dealer | Subscriber): Promise<Message> {
    const parts = (await socket.receive()).map((part) => part.toString());
    const [header, parent, , content] = parts
      .slice(parts.indexOf(DELIMITER) + 2)
      .map((part) => JSON.parse(part) as Record<string, unknown>);
    return { kind: String(header.msg_type), parent: String(parent.msg_id), content };
  }
  await send("kernel_info_request", {});
  await next(shell); // it lives
  return {
    async execute(code, shows) {
      const id = await send("execute_request", {
        code,
        silent: false,
        store_history: true,
        user_expressions: {},
        allow_stdin: false,
        stop_on_error: true,
      });
      const answered: Answered = { outputs: [] };
      let done = false;
      while (!done || (shows && answered.outputs.length === 0 && answered.error === undefined)) {
        const { kind, parent, content } = await next(iopub);
        if (parent !== id) continue;
        if (kind === "execute_result" || kind === "display_data")
          answered.outputs.push(content.data as Record<string, unknown>);
        if (kind === "error") answered.error = `${String(content.ename)}: ${String(content.evalue)}`;
        if (kind === "status") done = content.execution_state === "idle";
      }
      const { content } = await next(shell);
      if (content.status === "error") answered.error ??= `${String(content.ename)}: ${String(content.evalue)}`;
      return answered;
    },
    async close() {
      shell.close();
      iopub.close();
      child.kill("SIGKILL");
      await ended(child);
    },
  };
}

/** The binary of the package for this machine; npm's own script would start it as a child that outlives it. */
function denoPath(): string {
  const require = createRequire(import.meta.url);
  const name = `@deno/${process.platform}-${process.arch}${process.platform === "linux" ? "-glibc" : ""}`;
  const folder = dirname(
    require.resolve(`${name}/package.json`, { paths: [dirname(require.resolve("deno/package.json"))] }),
  );
  readFileSync(join(folder, "package.json")); // says at once if it is not there
  return join(folder, process.platform === "win32" ? "deno.exe" : "deno");
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await new Promise((listening) => server.once("listening", listening));
  const { port } = server.address() as AddressInfo;
  await new Promise((closed) => server.close(closed));
  return port;
}

const ended = (child: ChildProcess): Promise<void> =>
  child.exitCode !== null || child.signalCode !== null
    ? Promise.resolve()
    : new Promise((resolve) => child.once("close", () => resolve()));

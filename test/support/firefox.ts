import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Debian's Firefox, which playwright cannot drive: it has its own protocol in a Firefox of its own. */
export const FIREFOX = ['/usr/bin/firefox-esr', '/usr/bin/firefox'].find(existsSync);

const PREFERENCES = {
  'marionette.port': 0,
  'intl.locale.requested': 'zh-CN',
  'intl.accept_languages': 'zh-CN',
  'browser.shell.checkDefaultBrowser': false,
  'browser.aboutwelcome.enabled': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  'app.update.disabledForTesting': true,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
};

/** The key under which WebDriver names an element. */
const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf';

/** Firefox without a window, driven by Marionette, the protocol that geckodriver speaks: JSON with its length before it. */
export class Firefox {
  private readonly waiting = new Map<
    number,
    (reply: [error: { message: string } | null, result: unknown]) => void
  >();
  private buffer = Buffer.alloc(0);
  private next = 0;
  private readonly profile: string;
  private readonly child: ChildProcess;
  private socket!: Socket;

  private constructor() {
    this.profile = mkdtempSync(join(tmpdir(), 'plan-firefox-'));
    const lines = Object.entries(PREFERENCES).map(
      ([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});`,
    );
    writeFileSync(join(this.profile, 'user.js'), `${lines.join('\n')}\n`);
    const args = [
      '--marionette',
      '--remote-allow-system-access',
      '--headless',
      '--no-remote',
      '--profile',
      this.profile,
    ];
    this.child = spawn(FIREFOX!, args, { stdio: 'ignore', env: { ...process.env, HOME: this.profile } });
  }

  static async start(): Promise<Firefox> {
    const firefox = new Firefox();
    const port = join(firefox.profile, 'MarionetteActivePort');
    for (let tries = 0; !existsSync(port) || readFileSync(port, 'utf8') === ''; tries++) {
      if (tries > 600) throw new Error('Firefox does not start');
      await new Promise(done => setTimeout(done, 100));
    }
    firefox.socket = connect(Number(readFileSync(port, 'utf8')), '127.0.0.1');
    firefox.socket.on('data', chunk => firefox.read(chunk));
    await firefox.send('WebDriver:NewSession', { capabilities: {} });
    await firefox.send('WebDriver:SetTimeouts', { script: 300_000, pageLoad: 60_000, implicit: 30_000 });
    return firefox;
  }

  private read(chunk: Buffer): void {
    this.buffer = Buffer.concat([this.buffer, chunk]);
    for (;;) {
      const colon = this.buffer.indexOf(':');
      const length = Number(this.buffer.toString('latin1', 0, Math.max(0, colon)));
      if (colon < 0 || this.buffer.length < colon + 1 + length) return;
      const message = JSON.parse(this.buffer.toString('utf8', colon + 1, colon + 1 + length));
      this.buffer = this.buffer.subarray(colon + 1 + length);
      // The first message says hello and is no reply.
      if (Array.isArray(message)) this.waiting.get(message[1])?.([message[2], message[3]]);
    }
  }

  private send(command: string, parameters: object = {}): Promise<unknown> {
    const id = this.next++;
    const message = Buffer.from(JSON.stringify([0, id, command, parameters]));
    this.socket.write(Buffer.concat([Buffer.from(`${message.length}:`), message]));
    return new Promise((resolve, reject) => {
      this.waiting.set(id, ([error, result]) => {
        this.waiting.delete(id);
        if (error) reject(new Error(`${command}: ${error.message}`));
        else resolve(result);
      });
    });
  }

  async open(url: string): Promise<void> {
    await this.send('WebDriver:Navigate', { url });
  }

  /** What a script of the page returns, or what it promises. */
  async run<T>(script: string, ...args: unknown[]): Promise<T> {
    const { value } = (await this.send('WebDriver:ExecuteScript', { script, args })) as { value: T };
    return value;
  }

  private async element(css: string): Promise<string> {
    const { value } = (await this.send('WebDriver:FindElement', { using: 'css selector', value: css })) as {
      value: Record<string, string>;
    };
    return value[ELEMENT]!;
  }

  async click(css: string): Promise<void> {
    await this.send('WebDriver:ElementClick', { id: await this.element(css) });
  }

  /** Types into a field; of a field for files the path of one. */
  async type(css: string, text: string): Promise<void> {
    await this.send('WebDriver:ElementSendKeys', { id: await this.element(css), text });
  }

  /** The text of an element, once it is there. */
  async text(css: string): Promise<string> {
    const { value } = (await this.send('WebDriver:GetElementText', { id: await this.element(css) })) as {
      value: string;
    };
    return value;
  }

  /** Errors that the console has of a file: of scripts, and of what its policy refused. */
  async errorsOf(file: string): Promise<string[]> {
    await this.send('Marionette:SetContext', { value: 'chrome' });
    const errors = await this.run<string[]>(
      `return Services.console.getMessageArray()
        .filter(each => each instanceof Ci.nsIScriptError && !(each.flags & Ci.nsIScriptError.warningFlag))
        .filter(each => each.sourceName.includes(arguments[0]))
        .map(each => each.errorMessage);`,
      file,
    );
    await this.send('Marionette:SetContext', { value: 'content' });
    return errors;
  }

  async close(): Promise<void> {
    await this.send('Marionette:Quit', { flags: ['eForceQuit'] }).catch(() => {});
    this.socket.destroy();
    if (this.child.exitCode === null) await new Promise(done => this.child.once('exit', done));
    rmSync(this.profile, { recursive: true, force: true });
  }
}

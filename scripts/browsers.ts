import { execFile } from 'node:child_process';
import { constants } from 'node:fs';
import { access } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** The two engines that the extension is built and tested for. */
export type BrowserName = 'chromium' | 'firefox';

interface KnownPlaces {
  /** Environment variable that names the program and wins over everything else. */
  variable: string;
  /** Program names to look for on PATH, most wanted first. */
  commands: readonly string[];
  /** Usual places outside PATH; the parts before the first `/` of Windows paths are environment variables. */
  paths: readonly string[];
  /** Debian's package. */
  aptPackage: string;
  advice: string;
}

const windowsRoots = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((name) => process.env[name] ?? []);

const places: Record<BrowserName, KnownPlaces> = {
  chromium: {
    variable: 'CHROMIUM_PATH',
    commands: ['chromium', 'chromium-browser', 'microsoft-edge', 'google-chrome', 'google-chrome-stable'],
    paths: [
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
      '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      ...windowsRoots.flatMap((root) => [
        join(root, 'Chromium', 'Application', 'chrome.exe'),
        join(root, 'Microsoft', 'Edge', 'Application', 'msedge.exe'),
        join(root, 'Google', 'Chrome', 'Application', 'chrome.exe'),
      ]),
    ],
    aptPackage: 'chromium',
    advice: 'Install Chromium (Debian or Ubuntu: sudo apt-get install chromium) or set CHROMIUM_PATH to the program.',
  },
  firefox: {
    variable: 'FIREFOX_PATH',
    commands: ['firefox-esr', 'firefox', 'firefox-developer-edition'],
    paths: [
      '/Applications/Firefox.app/Contents/MacOS/firefox',
      '/Applications/Firefox Developer Edition.app/Contents/MacOS/firefox',
      ...windowsRoots.map((root) => join(root, 'Mozilla Firefox', 'firefox.exe')),
    ],
    aptPackage: 'firefox-esr',
    advice:
      'Install Firefox 140 or newer (Debian: sudo apt-get install firefox-esr) or set FIREFOX_PATH to the program.',
  },
};

/**
 * Path of an installed browser: the environment variable (CHROMIUM_PATH, FIREFOX_PATH), then PATH,
 * then the usual places of Linux, macOS and Windows; where none is found and the machine lets us
 * (Debian-like Linux as root or with sudo that asks for no password), it is installed with apt-get.
 *
 * @throws Error with one sentence that says what to install.
 */
export async function findBrowser(name: BrowserName): Promise<string> {
  const { variable, advice, aptPackage } = places[name];
  const given = process.env[variable];
  if (given) {
    if (await isProgram(given)) return given;
    throw new Error(`${variable} is "${given}", where there is no program that can be run.`);
  }
  const found = await installedBrowser(name);
  if (found) return found;
  await installWithApt(aptPackage);
  const installed = await installedBrowser(name);
  if (installed) return installed;
  throw new Error(`No ${name === 'chromium' ? 'Chromium' : 'Firefox'} was found. ${advice}`);
}

async function installedBrowser(name: BrowserName): Promise<string | undefined> {
  const suffix = process.platform === 'win32' ? '.exe' : '';
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  const onPath = places[name].commands.flatMap((command) => folders.map((folder) => join(folder, command + suffix)));
  for (const path of [...onPath, ...places[name].paths]) if (await isProgram(path)) return path;
  return undefined;
}

async function isProgram(path: string): Promise<boolean> {
  return access(path, constants.X_OK).then(
    () => true,
    () => false,
  );
}

/** Tries to install a Debian package; silent where that is not possible, because the caller then advises. */
async function installWithApt(aptPackage: string): Promise<void> {
  const aptGet = '/usr/bin/apt-get';
  if (process.platform !== 'linux' || !(await isProgram(aptGet))) return;
  const prefix = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
  const apt = async (...args: string[]): Promise<void> => {
    const [program = aptGet, ...rest] = [...prefix, aptGet, ...args];
    await run(program, rest, { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }, maxBuffer: 2 ** 26 });
  };
  try {
    console.error(`Installing ${aptPackage} with apt-get …`);
    await apt('update', '-q');
    // With what the package recommends: a bare machine has no fonts, and pages without fonts have no text.
    await apt('install', '-y', '-q', aptPackage);
  } catch (error) {
    console.error(`apt-get could not install ${aptPackage}: ${error instanceof Error ? error.message : error}`);
  }
}

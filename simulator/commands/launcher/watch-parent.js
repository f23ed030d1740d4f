/**
 * Ends the program with the shell by which npm or npx has started it. npm hands SIGTERM on to that shell, which ends and
 * leaves the program behind. Plain JavaScript, because an old Node must be able to read it.
 */
import { readFileSync } from 'node:fs';

/** How often the parent is looked at, in milliseconds: nothing tells a process that it is gone. */
const lookEveryMs = 250;

/** The launcher that has started this process on another Node. */
const launcherVariable = 'TILLBOX_LAUNCHER';

/** The environment by which the child knows its launcher. */
export const withLauncher = (environment) => ({ ...environment, [launcherVariable]: String(process.pid) });

/**
 * Whether the shell of npm waits for this program: its script names it, and puts nothing into the background, as
 * `nohup tillbox &` does, whose shell is meant to end.
 */
export const isWaitedFor = ({ npm_lifecycle_script: script = '' }) =>
  /tillbox|with-node\.js/.test(script) && !/(^|[^&>])&(?![&>])/.test(script);

const read = (pid, file) => {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    return '';
  }
};

/** Parent and session of a process; empty where no file tells them. Source: proc(5). */
const factsOf = (pid) => {
  const text = read(pid, 'stat');
  const [, parent = '', , session = ''] = text.slice(text.lastIndexOf(')') + 2).split(' ');
  return { parent, session };
};

/** The parent, and npm above it if the parent is its shell. */
const ancestorsOf = ({ npm_lifecycle_script: script }) => {
  const parent = String(process.ppid);
  const isShell = Boolean(script) && read(parent, 'cmdline').includes(script);
  return isShell ? [parent, factsOf(parent).parent] : [parent];
};

/** Whether one of them was gone before this process could look: then another session has adopted its child. */
const areAdopted = (ancestors) => {
  if (process.platform !== 'linux') return ancestors[0] === '1';
  const { session } = factsOf(process.pid);
  return ancestors.some((pid) => pid !== '' && session !== '' && ![session, ''].includes(factsOf(pid).session));
};

/** Calls `end` once, when the shell or npm has gone away without a signal for this process. */
export const watchParent = (end, environment = process.env) => {
  const launcher = environment[launcherVariable];
  delete environment[launcherVariable];
  // On Windows a process keeps the number of a parent that is gone.
  if (process.platform === 'win32' || !(launcher || isWaitedFor(environment))) return;
  const ancestors = ancestorsOf(launcher ? {} : environment);
  if (launcher ? ancestors[0] !== launcher : areAdopted(ancestors)) {
    end();
    return;
  }
  const heard = signalNotice();
  const timer = setInterval(() => {
    if (heard.isOne()) clearInterval(timer);
    else if (ancestorsOf(launcher ? {} : environment).join() !== ancestors.join()) {
      clearInterval(timer);
      end();
    }
  }, lookEveryMs);
  timer.unref();
};

/** Notices a signal that the program has taken: a second one would end it at once. It takes none itself. */
const signalNotice = () => {
  let isHeard = false;
  const noticed = new Set();
  const listen = (signal) => {
    if (noticed.has(signal) || process.listenerCount(signal) === 0) return;
    noticed.add(signal);
    const notice = () => {
      isHeard = true;
      process.off(signal, notice);
      // The program listens no more, so the signal is for the system.
      if (process.listenerCount(signal) === 0) process.kill(process.pid, signal);
    };
    process.on(signal, notice);
  };
  return {
    isOne: () => {
      listen('SIGINT');
      listen('SIGTERM');
      return isHeard;
    },
  };
};

import { CannotTry } from '../../../contracts/report/cannot-try.ts';
import { optionsOf } from '../../config.ts';
import { startSimulator } from '../../simulator.ts';
import { merchantsOf } from '../demo-shop.ts';
import { readConfig } from '../read-config.ts';

/** Starts a gateway with the settings of the environment at this port, for the run of a command. */
export const startForShop = async (port: number) => {
  const config = readConfig();
  try {
    return await startSimulator({
      ...optionsOf(config),
      merchants: merchantsOf(config),
      port,
      logLevel: 'error',
    });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    throw new CannotTry(`--sandbox: no tillbox answers at port ${port}, and none can be started there (${code})`);
  }
};

import { httpFile, jetBrains, restClient } from './http-files.ts';
import { postmanCollection } from './postman.ts';
import { listRequests } from './request-list.ts';

/** The files of docs/requests, by their names. */
export const requestFiles = async (): Promise<Readonly<Record<string, string>>> => {
  const folders = await listRequests();
  return {
    'tillbox.postman_collection.json': postmanCollection(folders),
    'tillbox.vscode.http': httpFile(folders, restClient),
    'tillbox.jetbrains.http': httpFile(folders, jetBrains),
  };
};

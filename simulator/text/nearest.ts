export { editDistance, nearest } from '../../client/options/nearest.ts';

export { fieldOf, passIssuer, sendBack, visitMethodPages } from '../../../simulator/provider-states/at-issuer.ts';

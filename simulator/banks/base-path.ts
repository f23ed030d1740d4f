/** Paths with which those of a gateway can begin; the control API and the issuer's pages have theirs. */
export const basePaths = /^(?!\/(?:sandbox|acs)(?:\/|$))(?:\/[\w-][\w.-]*)+$/;

export const expectedBasePath = 'a path such as /ab_by, other than /sandbox and /acs';

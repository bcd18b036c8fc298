interface ScriptUrlPolicy {
  createScriptURL(url: string): string;
}

interface TrustedTypesHost {
  readonly trustedTypes?: { createPolicy(name: string, rules: { createScriptURL(url: string): string }): ScriptUrlPolicy };
}

let policy: ScriptUrlPolicy | undefined;

/** Throws for an address of another origin: a script must come with the app. */
function sameOrigin(url: string): string {
  const absolute = new URL(url, document.baseURI);
  if (absolute.origin !== location.origin) throw new TypeError(`script of another origin: ${absolute.origin}`);
  return absolute.href;
}

/** The address of one of the app's own scripts as the Trusted Types policy `app-url` admits it; where there are none, the checked address. */
export function appScriptUrl(url: string): string {
  policy ??= (globalThis as TrustedTypesHost).trustedTypes?.createPolicy('app-url', { createScriptURL: sameOrigin }) ?? {
    createScriptURL: sameOrigin,
  };
  return policy.createScriptURL(url);
}

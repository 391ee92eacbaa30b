import { type Wanted, wantedFrom } from './address';

/**
 * The content security policy of a viewer: scripts, styles and data of the extension, and the one origin that the
 * document comes from. The manifest's policy cannot name that origin, so this page narrows it for itself.
 */
export function policyFor(wanted: Wanted): string {
  const origin = wanted.kind === 'web' ? ` ${new URL(wanted.address).origin}` : '';
  return [
    "default-src 'none'",
    "script-src 'self' 'wasm-unsafe-eval'",
    "worker-src 'self'",
    "style-src 'self'",
    "img-src 'self' data: blob:",
    `connect-src 'self'${origin}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}

/** Puts the policy in force. It has to come before all else that runs in the page: a policy binds only what comes after it. */
export function narrowConnections(): void {
  const meta = document.createElement('meta');
  meta.httpEquiv = 'Content-Security-Policy';
  meta.content = policyFor(wantedFrom(location.search));
  document.head.prepend(meta);
}

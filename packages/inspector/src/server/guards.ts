import { createHash, timingSafeEqual } from "node:crypto";
import type { Context, MiddlewareHandler } from "hono";
import { HTTPException } from "hono/http-exception";
import { secureHeaders } from "hono/secure-headers";

/** The header that carries the token. */
const TOKEN_HEADER = "x-palimpsest-token";

/** Nothing but the page's own files runs, is loaded or asked, and nobody frames it. */
export const SECURE_HEADERS: MiddlewareHandler = secureHeaders({
  contentSecurityPolicy: {
    defaultSrc: ["'none'"],
    scriptSrc: ["'self'"],
    styleSrc: ["'self'"],
    imgSrc: ["'self'"],
    connectSrc: ["'self'"],
    baseUri: ["'none'"],
    formAction: ["'none'"],
    frameAncestors: ["'none'"],
    requireTrustedTypesFor: ["'script'"],
    trustedTypes: ["'none'"],
  },
  xFrameOptions: "DENY",
  // For a page that is reached by https only.
  strictTransportSecurity: false,
});

/** What is shown is kept nowhere. */
export const noStore: MiddlewareHandler = async (context, next) => {
  await next();
  context.header("cache-control", "no-store");
};

/**
 * Refuses what another site sends: requests by a name that is not the loopback's, behind which another
 * site's may stand (DNS rebinding), and those that a browser says come from elsewhere.
 */
export const guardOrigin: MiddlewareHandler = async (context, next) => {
  const { host, origin, site } = readSender(context);
  const isLoopback = /^(?:127\.0\.0\.1|localhost)(?::\d+)?$/.test(host);
  const isSameOrigin = origin === undefined || origin === `http://${host}`;
  const isSameSite = site === undefined || site === "same-origin" || site === "none";
  if (!isLoopback || !isSameOrigin || !isSameSite) {
    throw new HTTPException(403, { message: "Only the inspector's own page may ask." });
  }
  await next();
};

/** Refuses who does not know the token, and, unless writing is allowed, everything but reading. */
export function guardApi(options: { token: string; isWritable: boolean }): MiddlewareHandler {
  const expected = digest(options.token);
  return async (context, next) => {
    // Digests are of one length, so the comparison tells nothing about the token.
    if (!timingSafeEqual(digest(context.req.header(TOKEN_HEADER) ?? ""), expected)) {
      throw new HTTPException(401, { message: "Open the address that the inspector printed." });
    }
    if (context.req.method !== "GET" && !options.isWritable) {
      throw new HTTPException(403, { message: "Nothing can be changed: start it with --write." });
    }
    await next();
  };
}

function readSender({ req }: Context) {
  return {
    host: req.header("host") ?? "",
    origin: req.header("origin"),
    site: req.header("sec-fetch-site"),
  };
}

function digest(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}

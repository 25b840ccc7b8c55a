/** A place in a bucket, and how it is reached. */
export interface S3Location {
  readonly bucket: string;
  /** Without slashes at its ends; empty for the bucket's root. */
  readonly prefix: string;
  readonly region: string;
  /** Another server than Amazon's. */
  readonly endpoint: string | undefined;
  /** Absent where LanceDB gets them from the machine's role. */
  readonly credentials: S3Credentials | undefined;
  /** Whether the bucket is part of the host name. */
  readonly isVirtualHosted: boolean;
}

/** The keys that requests are signed with. */
export interface S3Credentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
}

/**
 * What a `s3://` uri, LanceDB's storage options and the environment say about a bucket, read as
 * LanceDB reads them: options come first, in camel case or snake case, with or without `aws`.
 */
export function readS3Location(
  uri: string,
  storageOptions: Readonly<Record<string, string>> = {},
): S3Location {
  const [, bucket = "", path = ""] = /^s3:\/\/([^/]+)\/?(.*)$/i.exec(uri) ?? [];
  const ofAws = Object.entries(process.env).filter(([name]) => name.startsWith("AWS_"));
  const given = new Map(
    [...ofAws, ...Object.entries(storageOptions)].map(([name, value]) => [
      toPlainName(name),
      value,
    ]),
  );
  const read = (...names: string[]) => names.map((name) => given.get(name)).find(Boolean);
  const accessKeyId = read("accesskeyid");
  const secretAccessKey = read("secretaccesskey");
  const sessionToken = read("sessiontoken", "token");
  return {
    bucket,
    prefix: path.replace(/^\/+|\/+$/g, ""),
    region: read("region", "defaultregion") ?? "us-east-1",
    endpoint: read("endpoints3", "endpointurls3", "endpoint", "endpointurl")?.replace(/\/+$/, ""),
    credentials:
      accessKeyId && secretAccessKey
        ? { accessKeyId, secretAccessKey, ...(sessionToken && { sessionToken }) }
        : undefined,
    isVirtualHosted: read("virtualhostedstylerequest") === "true",
  };
}

/** `AWS_ACCESS_KEY_ID` and `awsAccessKeyId` are one name. */
function toPlainName(name: string): string {
  return name.replaceAll("_", "").toLowerCase().replace(/^aws/, "");
}

/** The URL of an object at a place. */
export function toObjectUrl(location: S3Location, name: string): string {
  const { bucket, prefix, region, endpoint, isVirtualHosted } = location;
  const key = [prefix, name].filter(Boolean).join("/").split("/").map(encodeURIComponent).join("/");
  if (endpoint === undefined) return `https://${bucket}.s3.${region}.amazonaws.com/${key}`;
  // LanceDB takes such an endpoint to have the bucket in it.
  return isVirtualHosted ? `${endpoint}/${key}` : `${endpoint}/${bucket}/${key}`;
}

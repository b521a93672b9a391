export type Expected = (folder: string) => undefined;

/** The nodes of the YAML library, told apart without importing it: it is loaded by the reader alone. */
import type { Alias, Node, Scalar, YAMLMap, YAMLSeq } from 'yaml';
import { yamlParser } from '../../extractors/yaml.ts';

export const isMap = (node: unknown): node is YAMLMap<Node, Node> => yamlParser()!.isMap(node);
export const isSeq = (node: unknown): node is YAMLSeq<Node> => yamlParser()!.isSeq(node);
export const isScalar = (node: unknown): node is Scalar => yamlParser()!.isScalar(node);
export const isAlias = (node: unknown): node is Alias => yamlParser()!.isAlias(node);

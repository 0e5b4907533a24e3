/**
 * What event files consist of, for an independent reader: the messages and fields of TensorBoard's event.proto, summary.proto,
 * api.proto and plugin_data.proto that matter here, and of struct.proto.
 * @module
 */
import protobuf from "protobufjs";

const PROTO = `
syntax = "proto3";
message Event { double wall_time = 1; int64 step = 2; oneof what { string file_version = 3; Summary summary = 5; } }
message Summary {
  message Value { string tag = 1; SummaryMetadata metadata = 9; oneof value { float simple_value = 2; } }
  repeated Value value = 1;
}
message SummaryMetadata { message PluginData { string plugin_name = 1; bytes content = 2; } PluginData plugin_data = 1; }
message HParamsPluginData {
  int32 version = 1;
  oneof data { Experiment experiment = 2; SessionStartInfo session_start_info = 3; SessionEndInfo session_end_info = 4; }
}
message Experiment {
  string description = 1; string user = 2; double time_created_secs = 3; repeated HParamInfo hparam_infos = 4;
  repeated MetricInfo metric_infos = 5; string name = 6;
}
message HParamInfo {
  string name = 1; string display_name = 2; string description = 3; DataType type = 4;
  oneof domain { ListValue domain_discrete = 5; Interval domain_interval = 6; }
}
enum DataType { DATA_TYPE_UNSET = 0; DATA_TYPE_STRING = 1; DATA_TYPE_BOOL = 2; DATA_TYPE_FLOAT64 = 3; }
message Interval { double min_value = 1; double max_value = 2; }
message MetricName { string group = 1; string tag = 2; }
message MetricInfo { MetricName name = 1; string display_name = 3; }
message SessionStartInfo {
  map<string, Value> hparams = 1; string model_uri = 2; string monitor_url = 3; string group_name = 4; double start_time_secs = 5;
}
enum Status { STATUS_UNKNOWN = 0; STATUS_SUCCESS = 1; STATUS_FAILURE = 2; STATUS_RUNNING = 3; }
message SessionEndInfo { Status status = 1; double end_time_secs = 2; }
message ListValue { repeated Value values = 1; }
message Value { oneof kind { int32 null_value = 1; double number_value = 2; string string_value = 3; bool bool_value = 4; } }
`;

const root = protobuf.parse(PROTO, { keepCase: true }).root;

/** An event as plain data. */
export interface Event {
  readonly step?: number;
  readonly wall_time?: number;
  readonly file_version?: string;
  readonly summary?: {
    readonly value: readonly {
      readonly tag: string;
      readonly simple_value?: number;
      readonly metadata?: {
        readonly plugin_data: { readonly plugin_name: string; readonly content: Uint8Array };
      };
    }[];
  };
}

/** Returns a message of that type as plain data: numbers, and enumerations by their names. */
export function decoded(type: string, bytes: Uint8Array): unknown {
  const message = root.lookupType(type);
  return message.toObject(message.decode(bytes), { longs: Number, enums: String });
}

/** Returns the records of a TFRecord file as TensorFlow's documentation describes them, without their checksums. */
export function tfRecords(
  file: Buffer,
): { record: Buffer; checksums: readonly [length: number, data: number] }[] {
  const records = [];
  for (let at = 0; at < file.length;) {
    const length = Number(file.readBigUInt64LE(at));
    const record = file.subarray(at + 12, at + 12 + length);
    expectWhole(record, length);
    records.push({
      record,
      checksums: [file.readUInt32LE(at + 8), file.readUInt32LE(at + 12 + length)] as const,
    });
    at += length + 16;
  }
  return records;
}

function expectWhole(record: Buffer, length: number): void {
  if (record.length !== length) throw new Error(`The record ends after ${record.length} of ${length} bytes`);
}

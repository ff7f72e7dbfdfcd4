-- The library's own tables on PostgreSQL, version 1. Timestamps are UTC. Ids compare by code point.

-- part: all
CREATE SCHEMA IF NOT EXISTS protection;
CREATE TABLE IF NOT EXISTS protection.meta (
  part VARCHAR(20) PRIMARY KEY,
  version INTEGER NOT NULL
);

-- part: data
-- Audit events of business transactions, until the sequencer has moved them into the log.
CREATE TABLE IF NOT EXISTS protection.outbox (
  id BYTEA PRIMARY KEY,
  at TIMESTAMP(6) NOT NULL,
  node VARCHAR(100) COLLATE "C" NOT NULL,
  event BYTEA NOT NULL
);
CREATE INDEX IF NOT EXISTS outbox_at ON protection.outbox (at);
-- One row: the log's size, the hashes of its complete subtrees and its checkpoint. Who locks it is the sequencer.
CREATE TABLE IF NOT EXISTS protection.log_head (
  id INTEGER PRIMARY KEY,
  size BIGINT NOT NULL,
  subtrees BYTEA NOT NULL,
  checkpoint TEXT NOT NULL
);
CREATE TABLE IF NOT EXISTS protection.log_entry (
  position BIGINT PRIMARY KEY,
  leaf BYTEA NOT NULL
);
-- By what entries are found: a term is eight bytes of a hash; persons are in it by their random handles alone.
CREATE TABLE IF NOT EXISTS protection.log_index (
  term BIGINT NOT NULL,
  position BIGINT NOT NULL,
  PRIMARY KEY (term, position)
);
CREATE INDEX IF NOT EXISTS log_index_position ON protection.log_index (position, term);
CREATE TABLE IF NOT EXISTS protection.subject_state (
  tenant VARCHAR(200) COLLATE "C" NOT NULL,
  kind VARCHAR(60) COLLATE "C" NOT NULL,
  id VARCHAR(400) COLLATE "C" NOT NULL,
  phase VARCHAR(10) NOT NULL,
  restricted BOOLEAN NOT NULL,
  objections TEXT NOT NULL,
  consents TEXT NOT NULL,
  holds INTEGER NOT NULL,
  PRIMARY KEY (tenant, kind, id)
);
-- From whom reading statements stay away: a row for each restricted person ('' as purpose) and for each objection.
CREATE TABLE IF NOT EXISTS protection.subject_withheld (
  kind VARCHAR(60) COLLATE "C" NOT NULL,
  purpose VARCHAR(63) COLLATE "C" NOT NULL,
  tenant VARCHAR(200) COLLATE "C" NOT NULL,
  id VARCHAR(400) COLLATE "C" NOT NULL,
  PRIMARY KEY (kind, purpose, tenant, id)
);
CREATE INDEX IF NOT EXISTS subject_withheld_person ON protection.subject_withheld (tenant, id);
-- Who consents to what, by which statements for purposes that need it find rows; until when, in milliseconds since 1970.
CREATE TABLE IF NOT EXISTS protection.subject_consent (
  kind VARCHAR(60) COLLATE "C" NOT NULL,
  purpose VARCHAR(63) COLLATE "C" NOT NULL,
  tenant VARCHAR(200) COLLATE "C" NOT NULL,
  id VARCHAR(400) COLLATE "C" NOT NULL,
  ends_at BIGINT NOT NULL,
  PRIMARY KEY (kind, purpose, tenant, id)
);
CREATE INDEX IF NOT EXISTS subject_consent_person ON protection.subject_consent (tenant, id);
-- What happened to consents, one row after the other; never changed, removed with the person.
CREATE TABLE IF NOT EXISTS protection.consent_event (
  id VARCHAR(36) COLLATE "C" PRIMARY KEY,
  subject BYTEA NOT NULL,
  number INTEGER NOT NULL,
  tenant VARCHAR(200) COLLATE "C" NOT NULL,
  kind TEXT NOT NULL,
  subject_id TEXT NOT NULL,
  purpose TEXT NOT NULL,
  status VARCHAR(10) NOT NULL,
  at TIMESTAMP(6) NOT NULL,
  recorded_by TEXT NOT NULL,
  notice TEXT NOT NULL,
  method TEXT NOT NULL,
  said_until BIGINT,
  ends_at BIGINT NOT NULL,
  UNIQUE (subject, number)
);
-- Who was erased, by a keyed hash: nothing of the person stays.
CREATE TABLE IF NOT EXISTS protection.subject_tombstone (
  tombstone BYTEA PRIMARY KEY,
  at TIMESTAMP(6) NOT NULL
);
-- One row: how much of the erasure ledger this data has seen. It tells a restored backup from the data of today.
CREATE TABLE IF NOT EXISTS protection.ledger_epoch (
  id INTEGER PRIMARY KEY,
  seen BIGINT NOT NULL,
  head VARCHAR(64) NOT NULL
);
-- Requests and how far their jobs have come; the version is the fencing token. The person is a keyed hash.
CREATE TABLE IF NOT EXISTS protection.request (
  id VARCHAR(36) COLLATE "C" PRIMARY KEY,
  kind VARCHAR(20) NOT NULL,
  version BIGINT NOT NULL,
  state VARCHAR(20) NOT NULL,
  subject_hash VARCHAR(64) COLLATE "C",
  single VARCHAR(120) COLLATE "C" UNIQUE,
  due_at TIMESTAMP(6),
  changed_at TIMESTAMP(6) NOT NULL,
  content BYTEA NOT NULL
);
CREATE INDEX IF NOT EXISTS request_due ON protection.request (due_at, id);
CREATE INDEX IF NOT EXISTS request_subject ON protection.request (subject_hash);
CREATE TABLE IF NOT EXISTS protection.legal_hold (
  id VARCHAR(36) COLLATE "C" PRIMARY KEY,
  subject BYTEA NOT NULL,
  tenant VARCHAR(200) COLLATE "C" NOT NULL,
  kind TEXT NOT NULL,
  subject_id TEXT NOT NULL,
  matter TEXT NOT NULL,
  reason TEXT NOT NULL,
  review_at TIMESTAMP(6),
  placed_by TEXT NOT NULL,
  placed_at TIMESTAMP(6) NOT NULL,
  released_by TEXT,
  released_at TIMESTAMP(6),
  release_reason TEXT
);
CREATE INDEX IF NOT EXISTS legal_hold_subject ON protection.legal_hold (subject);
CREATE TABLE IF NOT EXISTS protection.finding (
  id VARCHAR(200) COLLATE "C" PRIMARY KEY,
  rule VARCHAR(60) NOT NULL,
  tenant VARCHAR(200) COLLATE "C" NOT NULL,
  who TEXT NOT NULL,
  first_at TIMESTAMP(6) NOT NULL,
  last_at TIMESTAMP(6) NOT NULL,
  events BIGINT NOT NULL,
  facts TEXT NOT NULL,
  normal TEXT NOT NULL,
  withdrawn TEXT
);
CREATE INDEX IF NOT EXISTS finding_last ON protection.finding (last_at);
CREATE TABLE IF NOT EXISTS protection.scheduled_tasks (
  task_name VARCHAR(100) NOT NULL,
  task_instance VARCHAR(100) NOT NULL,
  task_data BYTEA,
  execution_time TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  picked BOOLEAN NOT NULL,
  picked_by VARCHAR(100),
  last_success TIMESTAMP(6) WITH TIME ZONE,
  last_failure TIMESTAMP(6) WITH TIME ZONE,
  consecutive_failures INTEGER,
  last_heartbeat TIMESTAMP(6) WITH TIME ZONE,
  version BIGINT NOT NULL,
  priority SMALLINT,
  PRIMARY KEY (task_name, task_instance)
);
CREATE INDEX IF NOT EXISTS scheduled_tasks_time ON protection.scheduled_tasks (execution_time);
CREATE INDEX IF NOT EXISTS scheduled_tasks_heartbeat ON protection.scheduled_tasks (last_heartbeat);

-- part: keys
-- Tenant, index and signing keys, each wrapped. The tenant is '' for keys of the whole installation.
CREATE TABLE IF NOT EXISTS protection.named_key (
  name VARCHAR(400) COLLATE "C" NOT NULL,
  tenant VARCHAR(200) COLLATE "C" NOT NULL,
  wrapped BYTEA NOT NULL,
  created_at TIMESTAMP(6) NOT NULL,
  PRIMARY KEY (name, tenant)
);
-- One row per key for ever; a destroyed one keeps its id, its tenant and when it was destroyed, nothing else.
-- owner and subject are SHA-256 over the exact parts, so that no collation and no length matters.
CREATE TABLE IF NOT EXISTS protection.subject_key (
  id BIGINT PRIMARY KEY,
  tenant VARCHAR(200) COLLATE "C" NOT NULL,
  state VARCHAR(12) NOT NULL,
  owner BYTEA UNIQUE,
  subject BYTEA,
  kind TEXT,
  subject_id TEXT,
  retention_class TEXT,
  wrapped BYTEA,
  handle BYTEA UNIQUE,
  since TIMESTAMP(6) NOT NULL
);
CREATE INDEX IF NOT EXISTS subject_key_subject ON protection.subject_key (subject);
CREATE INDEX IF NOT EXISTS subject_key_state ON protection.subject_key (state, since);
CREATE INDEX IF NOT EXISTS subject_key_tenant ON protection.subject_key (tenant);

-- part: ledger
-- Append-only lines without personal data; the ledger's own chain of hashes is within the entries.
CREATE TABLE IF NOT EXISTS protection.erasure_ledger (
  position BIGINT PRIMARY KEY,
  id VARCHAR(100) COLLATE "C" NOT NULL UNIQUE,
  entry BYTEA NOT NULL
);

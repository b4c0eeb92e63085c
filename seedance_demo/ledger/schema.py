"""SQL of the ledger's tables. What must not happen twice, the database itself refuses."""

VERSION = 5
# A failed job is given back, but nobody tells us whether a cancelled or deleted one is.
CHARGES = """
CREATE VIEW charges AS SELECT * FROM jobs
    WHERE price > 0 AND (phase <> 'failed' OR error_code IN ('cancelled', 'deleted'));
"""
SCHEMA = (
    """
CREATE TABLE jobs (
    id TEXT PRIMARY KEY, visitor TEXT NOT NULL, account TEXT NOT NULL DEFAULT '',
    payer TEXT NOT NULL,
    model TEXT NOT NULL, prompt TEXT NOT NULL, duration BIGINT NOT NULL, images TEXT NOT NULL,
    options TEXT NOT NULL DEFAULT '{}',
    endpoint TEXT NOT NULL DEFAULT '', body TEXT NOT NULL DEFAULT '{}',
    fingerprint TEXT NOT NULL, price BIGINT NOT NULL, charged BIGINT, phase TEXT NOT NULL,
    opened_at DOUBLE PRECISION NOT NULL, changed_at DOUBLE PRECISION NOT NULL,
    submitted_at DOUBLE PRECISION, ended_at DOUBLE PRECISION,
    request_id TEXT NOT NULL DEFAULT '', url TEXT NOT NULL DEFAULT '',
    uploads TEXT NOT NULL DEFAULT '[]',
    clip TEXT NOT NULL DEFAULT '', inference_ms BIGINT NOT NULL DEFAULT 0,
    nsfw BOOLEAN NOT NULL DEFAULT FALSE,
    error_code TEXT NOT NULL DEFAULT '', error TEXT NOT NULL DEFAULT '',
    beside TEXT NOT NULL DEFAULT '', deleted_at DOUBLE PRECISION,
    continues TEXT NOT NULL DEFAULT '', last_frame TEXT NOT NULL DEFAULT '',
    variation BIGINT NOT NULL DEFAULT 0, batch TEXT NOT NULL DEFAULT '',
    shared TEXT NOT NULL DEFAULT ''
);
CREATE INDEX by_visitor ON jobs (visitor, opened_at);
CREATE UNIQUE INDEX one_job_a_request ON jobs (request_id) WHERE request_id <> '';
CREATE UNIQUE INDEX one_run_a_brief ON jobs (visitor, fingerprint, payer)
    WHERE phase IN ('preparing', 'uploading', 'submitting');
CREATE INDEX by_payer ON jobs (payer, opened_at);
CREATE TABLE salt (value BYTEA NOT NULL);
"""
    + CHARGES
)
# What an older ledger lacks, by its version. What was paid must outlive an update.
UPDATES = {
    2: """
    ALTER TABLE jobs ADD COLUMN options TEXT NOT NULL DEFAULT '{}';
    ALTER TABLE jobs ADD COLUMN endpoint TEXT NOT NULL DEFAULT '';
    ALTER TABLE jobs ADD COLUMN body TEXT NOT NULL DEFAULT '{}';
    ALTER TABLE jobs ADD COLUMN charged BIGINT;
    UPDATE jobs SET endpoint = model;
    """,
    3: """
    ALTER TABLE jobs ADD COLUMN beside TEXT NOT NULL DEFAULT '';
    ALTER TABLE jobs ADD COLUMN deleted_at DOUBLE PRECISION;
    """,
    # PostgreSQL's view has the columns that there were when it was made.
    4: f"""
    ALTER TABLE jobs ADD COLUMN continues TEXT NOT NULL DEFAULT '';
    ALTER TABLE jobs ADD COLUMN last_frame TEXT NOT NULL DEFAULT '';
    ALTER TABLE jobs ADD COLUMN variation BIGINT NOT NULL DEFAULT 0;
    ALTER TABLE jobs ADD COLUMN batch TEXT NOT NULL DEFAULT '';
    ALTER TABLE jobs ADD COLUMN shared TEXT NOT NULL DEFAULT '';
    DROP VIEW charges;
    {CHARGES}
    """,
}
# What times are told from: when each phase of a job began, and how long clips of a kind took; and
# the films that were joined of clips. Apart from the versions: a ledger without it only knows less.
# And what is asked for often.
TIMES = """
CREATE TABLE IF NOT EXISTS steps (
    job TEXT NOT NULL, phase TEXT NOT NULL, began DOUBLE PRECISION NOT NULL,
    PRIMARY KEY (job, phase)
);
CREATE TABLE IF NOT EXISTS joined (
    film TEXT NOT NULL, job TEXT NOT NULL, PRIMARY KEY (film, job)
);
CREATE INDEX IF NOT EXISTS by_kind ON jobs (model, duration, ended_at) WHERE phase = 'completed';
CREATE INDEX IF NOT EXISTS by_batch ON jobs (batch) WHERE batch <> '';
CREATE UNIQUE INDEX IF NOT EXISTS by_link ON jobs (shared) WHERE shared <> '';
CREATE INDEX IF NOT EXISTS by_end ON jobs (opened_at) WHERE phase NOT IN ('completed', 'failed');
"""

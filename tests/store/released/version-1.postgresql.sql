CREATE TABLE checkpoints (
  number SERIAL NOT NULL, signed VARCHAR(27) NOT NULL, note TEXT NOT NULL, token BYTEA,
  PRIMARY KEY (number));
CREATE TABLE decisions (
  number SERIAL NOT NULL, id VARCHAR(40) NOT NULL, target VARCHAR(40) NOT NULL,
  content TEXT NOT NULL, PRIMARY KEY (number), UNIQUE (id));
CREATE INDEX ix_decisions_target ON decisions (target);
CREATE TABLE facts (name VARCHAR(40) NOT NULL, value TEXT NOT NULL, PRIMARY KEY (name));
CREATE TABLE ledger (
  sequence INTEGER NOT NULL, content BYTEA, seed BYTEA, payload BYTEA, leaf BYTEA NOT NULL,
  root BYTEA NOT NULL, PRIMARY KEY (sequence));
CREATE TABLE names (
  claim VARCHAR(40) NOT NULL, incident VARCHAR(40) NOT NULL, PRIMARY KEY (claim));
CREATE INDEX ix_names_incident ON names (incident);
CREATE TABLE readings (
  number SERIAL NOT NULL, report VARCHAR(40) NOT NULL, read VARCHAR(27) NOT NULL,
  software TEXT NOT NULL, content TEXT NOT NULL, PRIMARY KEY (number));
CREATE INDEX ix_readings_report ON readings (report);
CREATE TABLE redirects (
  incident VARCHAR(40) NOT NULL, now VARCHAR(40) NOT NULL, PRIMARY KEY (incident));
CREATE TABLE refusals (
  number SERIAL NOT NULL, refused VARCHAR(27) NOT NULL, content TEXT NOT NULL,
  PRIMARY KEY (number), UNIQUE (content));
CREATE TABLE reports (
  number SERIAL NOT NULL, id VARCHAR(40) NOT NULL, sha256 VARCHAR(64) NOT NULL,
  evidence VARCHAR(64) NOT NULL, added VARCHAR(27) NOT NULL, report TEXT NOT NULL,
  text TEXT NOT NULL, PRIMARY KEY (number), UNIQUE (id));
CREATE INDEX ix_reports_evidence ON reports (evidence);
CREATE INDEX ix_reports_sha256 ON reports (sha256);
CREATE TABLE settings (
  number SERIAL NOT NULL, changed VARCHAR(27) NOT NULL, content TEXT NOT NULL,
  PRIMARY KEY (number));
CREATE TABLE subjects (
  sequence INTEGER NOT NULL, subject VARCHAR(200) NOT NULL, UNIQUE (sequence, subject));
CREATE INDEX subjects_by_subject ON subjects (subject);

CREATE TABLE tenant (id VARCHAR(40) PRIMARY KEY, parent_id VARCHAR(40) REFERENCES tenant, is_controller BOOLEAN NOT NULL,
  title VARCHAR(120) NOT NULL);
CREATE TABLE page (page_id BIGINT PRIMARY KEY, client_id VARCHAR(40) NOT NULL REFERENCES tenant, title VARCHAR(120) NOT NULL);
CREATE TABLE team_member (member_id BIGINT PRIMARY KEY, client_id VARCHAR(40) NOT NULL, user_name VARCHAR(40) NOT NULL UNIQUE,
  password_hash VARCHAR(120) NOT NULL, role VARCHAR(40) NOT NULL, full_name VARCHAR(200), email VARCHAR(200), last_seen_at TIMESTAMP);
CREATE TABLE page_contact (contact_id BIGINT PRIMARY KEY, client_id VARCHAR(40) NOT NULL,
  first_name VARCHAR(100) NOT NULL, last_name VARCHAR(100) NOT NULL, email VARCHAR(200), phone VARCHAR(60),
  birth_date DATE, city VARCHAR(80), last_active_at TIMESTAMP);
CREATE INDEX page_contact_email ON page_contact (email);
CREATE INDEX page_contact_client ON page_contact (client_id);
CREATE TABLE message (message_id BIGINT PRIMARY KEY, client_id VARCHAR(40) NOT NULL, contact_id BIGINT NOT NULL,
  body VARCHAR(2000), attachment VARCHAR(200), sent_at TIMESTAMP);
CREATE INDEX message_contact ON message (contact_id);
CREATE TABLE invoice (invoice_id BIGINT PRIMARY KEY, client_id VARCHAR(40) NOT NULL, contact_id BIGINT NOT NULL,
  full_name VARCHAR(200), address VARCHAR(400), amount DECIMAL(10, 2), issued_on DATE);
CREATE INDEX invoice_contact ON invoice (contact_id);

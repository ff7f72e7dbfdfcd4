CREATE TABLE page (page_id BIGINT PRIMARY KEY, client_id VARCHAR(40) NOT NULL, title VARCHAR(80) NOT NULL);
INSERT INTO page (page_id, client_id, title) VALUES (1, 'acme', 'Acme Tools'), (2, 'globex', 'Globex Garden'),
  (3, 'oulu', 'Nordic Coffee Oulu'), (4, 'rovaniemi', 'Nordic Coffee Rovaniemi'), (5, 'turku', 'Nordic Coffee Turku');
CREATE TABLE page_contact (contact_id BIGINT PRIMARY KEY, client_id VARCHAR(40) NOT NULL, page_id BIGINT NOT NULL,
  first_name VARCHAR(100) NOT NULL, last_name VARCHAR(100) NOT NULL, email VARCHAR(200), phone VARCHAR(60),
  birth_date DATE, city VARCHAR(80), last_active_at TIMESTAMP);
CREATE INDEX page_contact_email ON page_contact (email);
CREATE TABLE message (message_id BIGINT PRIMARY KEY, client_id VARCHAR(40) NOT NULL, contact_id BIGINT NOT NULL,
  body VARCHAR(2000), sent_at TIMESTAMP);
CREATE INDEX message_contact ON message (contact_id);
CREATE TABLE invoice (invoice_id BIGINT PRIMARY KEY, client_id VARCHAR(40) NOT NULL, contact_id BIGINT NOT NULL,
  full_name VARCHAR(200), address VARCHAR(400), amount DECIMAL(10, 2), issued_on DATE);
CREATE INDEX invoice_contact ON invoice (contact_id);

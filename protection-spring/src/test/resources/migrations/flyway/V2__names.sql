ALTER TABLE person ADD COLUMN note VARCHAR(80);
ALTER TABLE person ALTER COLUMN full_name SET DATA TYPE VARCHAR(200);
UPDATE person SET full_name = 'Ada Lovelace' WHERE email = 'ada@acme.example';

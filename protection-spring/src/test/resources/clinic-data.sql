INSERT INTO owners VALUES (default, 'George', 'Franklin', '110 W. Liberty St.', 'Madison', '6085551023');
INSERT INTO owners VALUES (default, 'Betty', 'Davis', '638 Cardinal Ave.', 'Sun Prairie', '6085551749');
INSERT INTO owners (first_name, last_name, address, city, telephone)
  VALUES ('Harold', 'O''Davis', '563 Friendly St.', 'Windsor', '6085553198');

INSERT INTO pets VALUES (default, 'Leo', '2010-09-07', 1);

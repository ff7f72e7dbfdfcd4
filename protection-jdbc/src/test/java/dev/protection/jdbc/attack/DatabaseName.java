package dev.protection.jdbc.attack;

/** The name of the database in a URL. */
final class DatabaseName {
    private DatabaseName() {}

    static String of(String url) {
        String path = url.substring(url.indexOf('/', url.indexOf("//") + 2) + 1);
        int parameters = path.indexOf('?');
        return parameters < 0 ? path : path.substring(0, parameters);
    }
}

package dev.protection.core.config;

import java.util.List;
import java.util.Optional;

/** Reads {@code keys} and {@code stores}. */
final class StoresSection {
    private StoresSection() {}

    static Optional<String> rootKey(Section file) {
        return file.section("keys").flatMap(section -> {
            Optional<String> root = section.required("root", "the URI of the root key, such as file:keys/root.json");
            section.finish();
            root.filter(uri -> uri.indexOf(':') < 1)
                    .ifPresent(uri -> section.problem("root", "must be a URI with a scheme, such as file: or env:"));
            return root;
        });
    }

    static StoresDeclaration read(Section file) {
        return file.section("stores").map(StoresSection::stores).orElse(StoresDeclaration.NONE);
    }

    private static StoresDeclaration stores(Section section) {
        StoresDeclaration stores = new StoresDeclaration(
                database(section, "data"), database(section, "keys"), database(section, "ledger"), anchor(section));
        section.finish();
        return stores;
    }

    private static List<String> anchor(Section section) {
        List<String> anchor = section.texts("anchor");
        if (anchor.stream().anyMatch(uri -> uri.indexOf(':') < 1)) {
            section.problem("anchor", "must be URIs with a scheme, such as file:anchor");
        }
        return anchor;
    }

    private static Optional<StoresDeclaration.Database> database(Section stores, String key) {
        return stores.section(key).flatMap(section -> {
            Optional<String> url = section.required("url", "the JDBC URL");
            Optional<String> user = section.text("user");
            Optional<Secret> password = section.text("password").map(text -> secret(section, text));
            section.finish();
            url.filter(text -> !text.startsWith("jdbc:"))
                    .ifPresent(text -> section.problem("url", "must be a JDBC URL, starting with jdbc:"));
            url.filter(text -> text.startsWith("jdbc:protected:"))
                    .ifPresent(text -> section.problem(
                            "url", "is the library's own place and not itself protected; leave 'protected:' out"));
            return url.map(text -> new StoresDeclaration.Database(text, user, password));
        });
    }

    private static Secret secret(Section section, String written) {
        int line = section.node("password").map(Node::line).orElse(section.line());
        return new Secret(section.report().place(line, section.inner("password")), written);
    }
}

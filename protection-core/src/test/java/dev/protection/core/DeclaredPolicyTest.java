package dev.protection.core;

import dev.protection.access.PolicySource;
import dev.protection.core.config.Configuration;
import dev.protection.core.config.ConfigurationLoader;
import dev.protection.testing.PolicySourceContract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class DeclaredPolicyTest extends PolicySourceContract {
    @TempDir
    Path folder = Path.of("");

    @Override
    protected PolicySource source() throws IOException {
        Path file = folder.resolve("protection.yaml");
        Files.writeString(file, """
                controller: { name: Example Oy, contact: dpo@example.com }
                purposes:
                  support: { basis: contract, categories: [name] }
                datasets:
                  contact:
                    key: [id]
                    purposes: [support]
                    subject: { contact: id }
                    tenant: client_id
                    fields:
                      full_name: { category: name, encrypt: true }
                roles:
                  agent: { allow: [READ], for: [support], categories: [name], tenants: subtree }
                profile: development
                """);
        Configuration read = ConfigurationLoader.load(file.toString());
        return new DeclaredPolicy(read, read.dataMap().orElseThrow());
    }
}

package dev.protection.core.encryption;

import dev.protection.encryption.KeyWrapper;
import dev.protection.testing.KeyWrapperContract;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** A root key in a file is any Tink AEAD besides, so this holds for both. */
class KeyWrapperTest extends KeyWrapperContract {
    @TempDir
    Path folder = Path.of("");

    @Override
    protected KeyWrapper wrapper() {
        return RootKeys.open("file:" + folder.resolve("root.json"), true);
    }
}

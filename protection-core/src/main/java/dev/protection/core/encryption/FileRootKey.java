package dev.protection.core.encryption;

import dev.protection.encryption.KeyWrapper;
import dev.protection.encryption.KeyWrapperProvider;
import dev.protection.encryption.RootKeyException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.security.GeneralSecurityException;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The root keys that {@code file:path} names: a Tink JSON keyset in a file. */
public final class FileRootKey implements KeyWrapperProvider {
    private static final Logger LOG = LoggerFactory.getLogger(FileRootKey.class);
    private static final String MEND = "Name a file with a Tink JSON keyset for AEAD that this process may read.";

    /** For {@link java.util.ServiceLoader}. */
    public FileRootKey() {}

    @Override
    public String scheme() {
        return "file";
    }

    @Override
    public KeyWrapper open(String location, boolean mayCreate) {
        Path file = path(location);
        try {
            if (mayCreate && Files.notExists(file)) {
                create(file);
            }
            if (Files.notExists(file)) {
                throw new RootKeyException("the file " + file + " of the root key does not exist.", MEND);
            }
            warnWhenOthersMayRead(file);
            return AeadKeyWrapper.of("file:" + location, RootKeyset.parse(Files.readString(file)));
        } catch (IOException unreadable) {
            throw new RootKeyException(
                    "the file " + file + " of the root key cannot be read or made ("
                            + unreadable.getClass().getSimpleName() + ").",
                    MEND);
        } catch (GeneralSecurityException unusable) {
            throw new RootKeyException("the file " + file + " holds no root key.", MEND); // the cause might quote it
        }
    }

    private static Path path(String location) {
        try {
            return Path.of(location.startsWith("//") ? location.substring(2) : location);
        } catch (InvalidPathException malformed) {
            throw new RootKeyException("keys.root names no file.", MEND);
        }
    }

    private static void create(Path file) throws IOException {
        if (OwnerOnlyFile.createIfAbsent(file, RootKeyset.newKeyset())) {
            LOG.warn(
                    "Made a new root key in {}. Whoever reads this file reads all protected data, and without it all is"
                            + " lost. Use a key management system in production.",
                    file);
        }
    }

    private static void warnWhenOthersMayRead(Path file) throws IOException {
        if (!OwnerOnlyFile.isPosix(file)) {
            return;
        }
        Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(file);
        if (permissions.contains(PosixFilePermission.GROUP_READ)
                || permissions.contains(PosixFilePermission.OTHERS_READ)) {
            LOG.warn(
                    "The root key in {} can be read by other users of this machine. Take their permission away.", file);
        }
    }
}

package dev.protection.samples.pages.product;

import dev.protection.SubjectRef;
import dev.protection.TenantId;
import dev.protection.core.FilePersonalDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What people attach to their messages, as files on disk: a source of personal data that is no table. */
@Configuration(proxyBeanMethods = false)
public class Attachments {
    private final FilePersonalDataSource files;

    Attachments(@Value("${sample.attachments}") Path root) {
        this.files = new FilePersonalDataSource("attachments", "message", "attachment", root);
    }

    @Bean
    FilePersonalDataSource attachmentFiles() {
        return files;
    }

    /**
     * Keeps a file.
     *
     * @param client whose page the person wrote to
     * @param contact the person
     * @param name the file's name
     * @param text what is in it
     * @throws IOException when it cannot be written
     */
    public void put(String client, long contact, String name, String text) throws IOException {
        Files.writeString(file(client, contact, name), text);
    }

    /** Reads a file. */
    String read(String client, long contact, String name) throws IOException {
        return Files.readString(file(client, contact, name));
    }

    private Path file(String client, long contact, String name) throws IOException {
        Path directory = files.directory(SubjectRef.of(TenantId.of(client), "contact", contact));
        Path file = directory.resolve(name).normalize();
        if (!directory.equals(file.getParent())) {
            throw new IOException("a file's name leads out of its directory");
        }
        return file;
    }
}

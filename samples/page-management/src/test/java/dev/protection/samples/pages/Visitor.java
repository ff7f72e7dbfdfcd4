package dev.protection.samples.pages;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** A program that calls the product. */
final class Visitor {
    private final HttpClient client = HttpClient.newHttpClient();
    private final String site;

    Visitor(String site) {
        this.site = site;
    }

    byte[] post(String path, String session, String token) throws IOException, InterruptedException {
        String form = "_csrf=" + URLEncoder.encode(token, StandardCharsets.UTF_8);
        HttpRequest request = HttpRequest.newBuilder(URI.create(site + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Cookie", "JSESSIONID=" + session)
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofByteArray()).body();
    }

    String text(String path, String name) throws IOException, InterruptedException {
        String credentials = Base64.getEncoder().encodeToString((name + ":demo").getBytes(StandardCharsets.UTF_8));
        HttpRequest request = HttpRequest.newBuilder(URI.create(site + path))
                .header("Accept", "text/plain")
                .header("Authorization", "Basic " + credentials)
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
    }
}

package dev.protection.spring.console;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.context.ConfigurableApplicationContext;

/** Somebody with a browser. */
final class Officer {
    private static final Pattern FORM =
            Pattern.compile("<form method=\"post\" action=\"([^\"]+)\">(.*?)</form>", Pattern.DOTALL);
    private static final Pattern SENT = Pattern.compile("name=\"([^\"]+)\" value=\"([^\"]*)\"");

    private final HttpClient browser = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
    private final String site;
    private final String name;

    Officer(ConfigurableApplicationContext app, String name) {
        this.site = "http://localhost:" + app.getEnvironment().getProperty("local.server.port");
        this.name = name;
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(request(path).GET().build());
    }

    /** Presses a button of a page. */
    HttpResponse<String> press(HttpResponse<String> page, String button, String... more)
            throws IOException, InterruptedException {
        Matcher form = FORM.matcher(page.body());
        while (form.find()) {
            if (form.group(2).contains("<button>" + button + "</button>")) {
                return post(form.group(1), sent(form.group(2), more));
            }
        }
        throw new AssertionError("no button '" + button + "' on " + page.body());
    }

    /** The fields of a form; those given go before what the form holds. */
    private static String sent(String form, String... more) {
        Map<String, String> sent = new LinkedHashMap<>();
        Matcher field = SENT.matcher(form);
        while (field.find()) {
            sent.put(field.group(1), field.group(2));
        }
        for (int i = 0; i + 1 < more.length; i += 2) {
            sent.put(more[i], more[i + 1]);
        }
        return sent.entrySet().stream()
                .map(each -> pair(each.getKey(), each.getValue()))
                .collect(Collectors.joining("&"));
    }

    HttpResponse<String> post(String path, String sent) throws IOException, InterruptedException {
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(sent))
                .build());
    }

    private static String pair(String key, String value) {
        return URLEncoder.encode(key, StandardCharsets.UTF_8) + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(site + path));
        if (!name.isEmpty()) {
            String credentials = name + ":" + name;
            request.header(
                    "Authorization",
                    "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8)));
        }
        return request;
    }

    private HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        return browser.send(request, HttpResponse.BodyHandlers.ofString());
    }
}

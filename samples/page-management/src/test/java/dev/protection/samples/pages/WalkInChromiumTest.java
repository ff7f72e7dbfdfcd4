package dev.protection.samples.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.support.ui.WebDriverWait;

/**
 * The walk in a real Chromium, and what only one with a face can tell: {@code ./mvnw -Pchromium}. Chromium and its driver are
 * found on the PATH or by {@code -Dchromium=} and {@code -Dchromedriver=}.
 */
@Tag("chromium")
class WalkInChromiumTest extends Walk {
    private static final Dimension PHONE = new Dimension(390, 844);
    private static final Dimension DESKTOP = new Dimension(1280, 800);
    private static final Path SHOTS = Path.of("target", "screenshots");
    private static final Map<String, List<String>> VIEWS = Map.of(
            "agent",
            List.of(
                    "/pages",
                    "/contacts",
                    "/contacts?lastName=Virt",
                    "/team",
                    "/t/acme/contacts/1",
                    "/t/acme/contacts/1/newsletter",
                    "/t/acme/contacts/1/survey",
                    "/t/acme/contacts/1/invoices",
                    "/t/oulu/contacts/2",
                    "/nowhere"),
            "officer",
            List.of(
                    "/measures",
                    "/retention",
                    "/findings",
                    "/audit",
                    "/people",
                    "/people/acme/contact/1",
                    "/people/acme/contact/1/seen",
                    "/people/acme/contact/1/copy",
                    "/people/acme/contact/1/erasure"));

    @TempDir
    Path downloads;

    @Override
    WebDriver browser() throws IOException {
        Files.createDirectories(SHOTS);
        ChromeOptions options = new ChromeOptions();
        options.setBinary(Programs.find("chromium", "chromium", "chromium-browser", "google-chrome")
                .toFile());
        options.addArguments("--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--hide-scrollbars");
        options.setExperimentalOption(
                "prefs",
                Map.of(
                        "download.default_directory",
                        SHOTS.toAbsolutePath().toString(),
                        "download.prompt_for_download",
                        false));
        ChromeDriverService driver = new ChromeDriverService.Builder()
                .usingDriverExecutable(
                        Programs.find("chromedriver", "chromedriver").toFile())
                .build();
        return new ChromeDriver(driver, options);
    }

    @Override
    Path downloadCopy() throws IOException {
        Path zip = SHOTS.resolve("copy.zip");
        Files.deleteIfExists(zip);
        person().pressAndStay("Download the copy");
        new WebDriverWait(person().browser(), Duration.ofMinutes(1)).until(browser -> Files.exists(zip));
        return Files.move(zip, downloads.resolve("copy.zip"));
    }

    @Test
    void everyViewFitsPhoneAndDesktop() throws IOException {
        see("", "/sign-in");
        for (Map.Entry<String, List<String>> views : VIEWS.entrySet()) {
            person().signIn(views.getKey());
            for (String path : views.getValue()) {
                see(views.getKey(), path);
            }
        }
    }

    private void see(String who, String path) throws IOException {
        for (Dimension size : List.of(PHONE, DESKTOP)) {
            person().browser().manage().window().setSize(size);
            size(size);
            person().open(path);
            shoot(who + path.replaceAll("[^a-zA-Z]+", "-") + "-" + size.getWidth());
            assertThat(number("return document.documentElement.scrollWidth"))
                    .as("%s at %d pixels overflows", path, size.getWidth())
                    .isLessThanOrEqualTo(size.getWidth());
            assertThat(number("return document.querySelectorAll('input:not([type=hidden])').length"
                            + " - document.querySelectorAll('label input').length"))
                    .as("%s: inputs without a label", path)
                    .isZero();
            assertThat(number("return document.querySelectorAll('h1').length")).isOne();
            assertThat(number("return document.querySelectorAll('header, main, footer').length"))
                    .isEqualTo(3);
            assertThat(number("return [...document.querySelectorAll('button, input:not([type=hidden])')]"
                            + ".filter(e => e.getBoundingClientRect().height < 40).length"))
                    .as("%s: too small for a finger", path)
                    .isZero();
        }
    }

    @Test
    void theKeyboardReachesEverything_andShowsWhereItIs() {
        person().signIn("agent");
        person().open("/contacts");
        person().browser().switchTo().activeElement().sendKeys(Keys.TAB);
        WebElement first = person().browser().switchTo().activeElement();
        assertThat(first.getText()).isEqualTo("To the content");
        assertThat(first.getCssValue("outline-style")).isEqualTo("solid");
        first.sendKeys(Keys.ENTER);
        assertThat(person().browser().switchTo().activeElement().getDomAttribute("id"))
                .isEqualTo("main");
        person().browser().switchTo().activeElement().sendKeys(Keys.TAB);
        WebElement search = person().browser().switchTo().activeElement();
        assertThat(search.getDomAttribute("name")).isEqualTo("lastName");
        search.sendKeys("Virt", Keys.ENTER);
        assertThat(person().text()).contains("1 person", "Anna Virtanen");
    }

    private void size(Dimension size) {
        ((ChromeDriver) person().browser())
                .executeCdpCommand(
                        "Emulation.setDeviceMetricsOverride",
                        Map.of(
                                "width",
                                size.getWidth(),
                                "height",
                                size.getHeight(),
                                "deviceScaleFactor",
                                1,
                                "mobile",
                                false));
    }

    /** The whole page, however long. */
    private void shoot(String name) throws IOException {
        Map<String, Object> shot = ((ChromeDriver) person().browser())
                .executeCdpCommand("Page.captureScreenshot", Map.of("captureBeyondViewport", true));
        Files.write(SHOTS.resolve(name + ".png"), Base64.getDecoder().decode(String.valueOf(shot.get("data"))));
    }

    private long number(String script) {
        Object found = ((JavascriptExecutor) person().browser()).executeScript(script);
        return ((Number) Objects.requireNonNull(found)).longValue();
    }
}

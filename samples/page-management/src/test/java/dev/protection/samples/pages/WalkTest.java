package dev.protection.samples.pages;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Cookie;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.htmlunit.HtmlUnitDriver;

/** The walk in a browser without a face, which Maven alone brings. */
class WalkTest extends Walk {
    @TempDir
    Path directory;

    @Override
    WebDriver browser() {
        HtmlUnitDriver browser = new HtmlUnitDriver(false);
        browser.manage().timeouts().pageLoadTimeout(Duration.ofMinutes(2));
        return browser;
    }

    /** This browser keeps no files, so the form is sent in its name. */
    @Override
    Path downloadCopy() throws IOException, InterruptedException {
        WebDriver browser = person().browser();
        Cookie session = Objects.requireNonNull(browser.manage().getCookieNamed("JSESSIONID"));
        WebElement form = browser.findElement(By.cssSelector("main form"));
        byte[] zip = new Visitor(person().site())
                .post(
                        attribute(form, "action"),
                        session.getValue(),
                        attribute(form.findElement(By.name("_csrf")), "value"));
        return Files.write(directory.resolve("copy.zip"), zip);
    }

    private static String attribute(WebElement element, String name) {
        return Objects.requireNonNull(element.getDomAttribute(name));
    }
}

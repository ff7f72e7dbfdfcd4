package dev.protection.samples.pages;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.openqa.selenium.By;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;

/** Somebody at a browser: sees text, clicks links and buttons, fills forms in. */
final class Person {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final WebDriver browser;
    private final String site;

    Person(WebDriver browser, String site) {
        this.browser = browser;
        this.site = site;
    }

    WebDriver browser() {
        return browser;
    }

    String site() {
        return site;
    }

    void leave() {
        browser.quit();
    }

    void open(String path) {
        browser.get(site + path);
    }

    /** The address of the page that is open. */
    String url() {
        return String.valueOf(browser.getCurrentUrl());
    }

    void openUrl(String url) {
        browser.get(url);
    }

    void openFile(Path file) {
        browser.get(file.toUri().toString());
    }

    void signOut() {
        open("/sign-in");
        browser.manage().deleteAllCookies();
    }

    void signIn(String name) {
        signInWith(name, "demo");
    }

    void signInWith(String name, String password) {
        signOut();
        open("/sign-in");
        browser.findElement(By.name("username")).sendKeys(name);
        browser.findElement(By.name("password")).sendKeys(password);
        press("Sign in");
    }

    void fill(String field, String value, String button) {
        type(field, value);
        press(button);
    }

    void type(String field, String value) {
        WebElement input = browser.findElement(By.name(field));
        input.clear();
        input.sendKeys(value);
    }

    void click(String link) {
        leaveBy(By.linkText(link));
    }

    void press(String button) {
        leaveBy(button(button));
    }

    /** Without waiting for another page: a download brings none. */
    void pressAndStay(String button) {
        browser.findElement(button(button)).click();
    }

    private static By button(String text) {
        return By.xpath("//button[normalize-space()=\"" + text + "\"]");
    }

    private void leaveBy(By way) {
        WebElement page = browser.findElement(By.tagName("body"));
        browser.findElement(way).click();
        new WebDriverWait(browser, PATIENCE)
                .ignoring(WebDriverException.class) // asked while the next page is just coming
                .until(ExpectedConditions.stalenessOf(page));
    }

    String heading() {
        return browser.findElement(By.tagName("h1")).getText();
    }

    String text() {
        return browser.findElement(By.tagName("body")).getText();
    }

    String source() {
        return String.valueOf(browser.getPageSource());
    }

    /** What the tables of the page show in a column. */
    List<String> cells(String head) {
        return browser.findElements(By.cssSelector("td[data-head='" + head + "'] > span")).stream()
                .map(WebElement::getText)
                .toList();
    }
}

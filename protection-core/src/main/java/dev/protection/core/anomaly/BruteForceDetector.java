package dev.protection.core.anomaly;

import dev.protection.anomaly.AnomalySettings;
import dev.protection.anomaly.FindingRule;
import dev.protection.anomaly.Origin;
import dev.protection.anomaly.SecurityEvent;
import dev.protection.anomaly.SecurityEvent.SignIn;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;

/**
 * Somebody guesses passwords: of one account, or of many from one source.
 *
 * <p>Failures from a device that the account is known to use count neither way: its owner mistypes, and must not become
 * the suspect when somebody else attacks the account.
 */
final class BruteForceDetector implements Detector {
    // Behind a hub many honest people fail: it takes this many times as much.
    private static final int HUB = 5;
    private static final int MOST_ACCOUNTS = 64;

    private final AnomalySettings.Failures thresholds;
    private final BoundedTable<Key, AccountFailures> accounts;
    private final BoundedTable<Key, SourceFailures> sources;

    BruteForceDetector(AnomalySettings settings) {
        this.thresholds = settings.failures();
        this.accounts = new BoundedTable<>(settings.keys());
        this.sources = new BoundedTable<>(settings.keys());
    }

    @Override
    public void observe(SecurityEvent event, Instant at, Collection<Signal> signals) {
        if (event instanceof SignIn signIn) {
            AccountFailures account = accounts.get(new Key(signIn.tenant(), signIn.actor()), AccountFailures::new);
            if (signIn.succeeded()) {
                account.succeeded(signIn.origin());
            } else if (!account.knows(signIn.origin())) {
                ofAccount(signIn, account.failed(at), signals);
                ofSource(signIn, at, signals);
            }
        }
    }

    private void ofAccount(SignIn signIn, long failures, Collection<Signal> signals) {
        if (failures >= thresholds.perAccount()) {
            signals.add(new Signal(
                    FindingRule.BRUTE_FORCE_ACCOUNT,
                    signIn.tenant(),
                    signIn.actor(),
                    Map.of("failures-from-unknown-devices", Long.toString(failures)),
                    "fewer than " + thresholds.perAccount() + " within 15 minutes; known devices are not counted"));
        }
    }

    private void ofSource(SignIn signIn, Instant at, Collection<Signal> signals) {
        String address = signIn.origin().address().hex();
        SourceFailures source = sources.get(new Key(signIn.tenant(), address), SourceFailures::new);
        long failures = source.failed(at, signIn.actor());
        int tried = source.accounts(at);
        int times = signIn.origin().traits().contains(Origin.Trait.HUB) ? HUB : 1;
        int mostAccounts = Math.min(MOST_ACCOUNTS, thresholds.accountsPerSource() * times);
        int mostFailures = thresholds.perSource() * times;
        if (tried >= mostAccounts || failures >= mostFailures) {
            signals.add(new Signal(
                    FindingRule.BRUTE_FORCE_SOURCE,
                    signIn.tenant(),
                    address,
                    Map.of("failures", Long.toString(failures), "accounts", Integer.toString(tried)),
                    "fewer than " + mostFailures + " failures and " + mostAccounts + " accounts within 15 minutes"));
        }
    }
}

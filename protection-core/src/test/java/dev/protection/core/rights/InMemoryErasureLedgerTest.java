package dev.protection.core.rights;

import dev.protection.rights.ErasureLedger;
import dev.protection.testing.ErasureLedgerContract;

class InMemoryErasureLedgerTest extends ErasureLedgerContract {
    @Override
    protected ErasureLedger emptyLedger() {
        return new InMemoryErasureLedger();
    }
}

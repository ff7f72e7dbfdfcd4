package dev.protection.core.anomaly;

import dev.protection.anomaly.Response;
import dev.protection.testing.ResponseContract;

class LoggingResponseTest extends ResponseContract {
    @Override
    protected Response response() {
        return new LoggingResponse();
    }
}

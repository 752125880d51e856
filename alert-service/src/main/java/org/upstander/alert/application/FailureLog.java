package org.upstander.alert.application;

/** Says of a failure that is got over what kind it was, and nothing that it holds. */
final class FailureLog {

    private static final System.Logger LOG = System.getLogger(FailureLog.class.getName());

    private FailureLog() {}

    static void note(String what, Throwable failure) {
        LOG.log(
                System.Logger.Level.WARNING,
                "{0} failed, will be tried again: {1}",
                what,
                failure.getClass().getName());
    }
}

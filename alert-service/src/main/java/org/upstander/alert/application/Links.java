package org.upstander.alert.application;

import java.net.URI;

/** Addresses that go into messages. */
public interface Links {

    /** Where an incident is read, behind a login. */
    URI incident(String incidentId);

    /** Signed, expiring address of the page on which this contact acknowledges this incident. */
    URI acknowledge(String incidentId, String contactId);
}

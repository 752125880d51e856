package org.upstander.alert.application.directory;

/** Makes tokens that cannot be guessed. */
public interface TokenSource {

    NewToken next();

    /**
     * @param id names the token
     * @param secret what its holder presents; shown once
     * @param hash what is kept of it
     */
    record NewToken(String id, String secret, String hash) {}
}

package org.upstander.alert.notify.twilio;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber;
import java.util.Optional;

/** Numbers as contacts hold them: E.164, and ones that can exist. */
final class PhoneNumber {

    private PhoneNumber() {}

    /**
     * @param address of a contact's method
     * @return what is wrong with it, and the fix; empty when it can be dialled
     */
    static Optional<String> refusal(String address) {
        PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
        try {
            Phonenumber.PhoneNumber number = numbers.parse(address, null);
            String canonical = numbers.format(number, PhoneNumberFormat.E164);
            if (numbers.isPossibleNumber(number) && canonical.equals(address)) {
                return Optional.empty();
            }
        } catch (NumberParseException e) {
            // Said below.
        }
        return Optional.of(
                "must be a phone number that can exist, in E.164: '+', country code and number without spaces, such as +12025550142");
    }
}

/** Long work and how far it is. */
export const jobs = {
  steps: {
    reading: 'Reading the file',
    matching: 'Comparing with your customers',
    trying: 'Trying',
    backup: 'Making a backup first',
    writing: 'Writing',
    errorFile: 'Setting aside the refused rows',
    changing: 'Changing',
    exporting: 'Exporting',
    demo: 'Preparing the sample company',
    comparing: 'Comparing pairs',
  },
} as const

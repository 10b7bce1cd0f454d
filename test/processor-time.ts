/** Processor time of this process, in milliseconds: unlike the clock, it does not count what others do meanwhile. */
export const processorTime = (): number => {
  const { system, user } = process.cpuUsage()
  return (system + user) / 1_000
}
